import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { CatalogModule } from '../catalog/index.js';
import { DepartmentModule } from '../department/index.js';
import { IdentityModule } from '../identity/index.js';
import { VocabularyModule } from '../vocabulary/index.js';
import { AssetController } from './asset/asset.controller.js';
import { SiteService } from './layout/site.service.js';
import { PortalController } from './portal.controller.js';
import { PortalService } from './portal.service.js';
import { AccountPagesController } from './workbench/administration/account-pages.controller.js';
import { AccountPages } from './workbench/administration/account-pages.service.js';
import { AuditPagesController } from './workbench/administration/audit-pages.controller.js';
import { DepartmentPagesController } from './workbench/administration/department-pages.controller.js';
import { KeyPagesController } from './workbench/administration/key-pages.controller.js';
import { OidcController } from './workbench/oidc.controller.js';
import { SignInController } from './workbench/sign-in.controller.js';
import { Visitors } from './workbench/visitors.js';
import { WorkbenchNoticeController } from './workbench/notice.controller.js';
import { UnreadNoticesInterceptor } from './workbench/unread-notices.js';
import { WorkbenchController } from './workbench/workbench.controller.js';
import { WorkbenchService } from './workbench/workbench.service.js';

/** The public pages and the workbench of departments: server-rendered, useful without JavaScript. */
@Module({
  imports: [AuditModule, CatalogModule, DepartmentModule, IdentityModule, VocabularyModule],
  controllers: [
    AssetController,
    PortalController,
    OidcController,
    SignInController,
    AccountPagesController,
    AuditPagesController,
    DepartmentPagesController,
    KeyPagesController,
    WorkbenchNoticeController,
    WorkbenchController,
  ],
  providers: [
    { provide: APP_INTERCEPTOR, useClass: UnreadNoticesInterceptor },
    AccountPages,
    PortalService,
    SiteService,
    Visitors,
    WorkbenchService,
  ],
})
export class PortalModule {}
