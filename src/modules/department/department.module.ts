import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { DepartmentController } from './api/department.controller.js';
import { DepartmentLoader } from './api/department.loader.js';
import { DepartmentResolver } from './api/department.resolver.js';
import { DepartmentRegistry } from './department-registry.js';
import { DepartmentRepository } from './department.repository.js';
import { DepartmentService } from './department.service.js';

/** Departments: who provides data and issues documents. */
@Module({
  imports: [AuditModule],
  controllers: [DepartmentController],
  providers: [DepartmentRegistry, DepartmentRepository, DepartmentService, DepartmentLoader, DepartmentResolver],
  exports: [DepartmentRegistry, DepartmentService, DepartmentLoader],
})
export class DepartmentModule {}
