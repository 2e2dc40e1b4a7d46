import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { AppError } from '../../kernel/app-error.js';
import { ApiErrors } from '../http/index.js';
import { type ScannerState, VirusScanner } from '../inspection/index.js';
import { Open } from '../access/index.js';

class Health {
  @ApiProperty({ example: 'ok' })
  status: string;
}

class Readiness extends Health {
  @ApiProperty({ description: '病毒扫描：up 可用，away 联系不上，off 没有配置', enum: ['up', 'away', 'off'], example: 'up' })
  virusScanner: ScannerState;
}

/** For balancers and operators: is the process alive, and can it serve? */
@ApiTags('health')
@Open()
@Controller('health')
export class HealthController {
  constructor(
    private readonly source: DataSource,
    private readonly scanner: VirusScanner,
  ) {}

  @Get('live')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '进程在运行' })
  @ApiResponse({ status: 200, type: Health })
  live(): Health {
    return { status: 'ok' };
  }

  @Get('ready')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '可以服务：数据库可用' })
  @ApiResponse({ status: 200, type: Readiness })
  @ApiErrors('UNAVAILABLE')
  async ready(): Promise<Readiness> {
    try {
      await this.source.query('SELECT 1');
    } catch {
      throw new AppError('UNAVAILABLE', '数据库暂时不可用，请稍后再试。', { english: 'The database is unavailable.', retryAfter: 5 });
    }
    return { status: 'ok', virusScanner: await this.scanner.state() };
  }
}
