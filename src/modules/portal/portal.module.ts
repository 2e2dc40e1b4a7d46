import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { DepartmentModule } from '../department/index.js';
import { AssetController } from './asset/asset.controller.js';
import { PortalController } from './portal.controller.js';
import { PortalService } from './portal.service.js';

/** The public pages: server-rendered, useful without JavaScript. */
@Module({ imports: [CatalogModule, DepartmentModule], controllers: [AssetController, PortalController], providers: [PortalService] })
export class PortalModule {}
