import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { CatalogModule } from '../catalog/index.js';
import { DepartmentModule } from '../department/index.js';
import { IdentityModule } from '../identity/index.js';
import { VocabularyModule } from '../vocabulary/index.js';
import { AssetController } from './asset/asset.controller.js';
import { SiteService } from './layout/site.service.js';
import { PortalController } from './portal.controller.js';
import { PortalService } from './portal.service.js';
import { WorkbenchNoticeController } from './workbench/notice.controller.js';
import { SignInController } from './workbench/sign-in.controller.js';
import { UnreadNoticesInterceptor } from './workbench/unread-notices.js';
import { WorkbenchController } from './workbench/workbench.controller.js';
import { WorkbenchService } from './workbench/workbench.service.js';

/** The public pages and the workbench of departments: server-rendered, useful without JavaScript. */
@Module({
  imports: [CatalogModule, DepartmentModule, IdentityModule, VocabularyModule],
  controllers: [AssetController, PortalController, SignInController, WorkbenchController, WorkbenchNoticeController],
  providers: [{ provide: APP_INTERCEPTOR, useClass: UnreadNoticesInterceptor }, PortalService, SiteService, WorkbenchService],
})
export class PortalModule {}
