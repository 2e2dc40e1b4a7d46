import { Module } from '@nestjs/common';
import { CatalogModule } from '../../catalog/index.js';
import { DataModule } from '../../data/index.js';
import { DepartmentModule } from '../../department/index.js';
import { IdentityModule } from '../../identity/index.js';
import { VocabularyModule } from '../../vocabulary/index.js';
import { ReadingModule } from '../reading/reading.module.js';
import { ActionService } from './action/action.service.js';
import { FacetPresenter } from './action/facet-presenter.js';
import { GroupActions } from './action/group.actions.js';
import { OrganizationActions } from './action/organization.actions.js';
import { PackageActions } from './action/package.actions.js';
import { ResourceActions } from './action/resource.actions.js';
import { SearchActions } from './action/search.actions.js';
import { SiteActions } from './action/site.actions.js';
import { TagActions } from './action/tag.actions.js';
import { CkanController, CkanVersionController } from './ckan.controller.js';
import { DatastoreActions } from './datastore/datastore.actions.js';
import { PackageWriter } from './write/package-writer.js';
import { WriteActions } from './write/write.actions.js';

/** CKAN's Action API. */
@Module({
  imports: [ReadingModule, CatalogModule, DataModule, DepartmentModule, IdentityModule, VocabularyModule],
  controllers: [CkanController, CkanVersionController],
  providers: [
    ActionService,
    FacetPresenter,
    SiteActions,
    PackageActions,
    SearchActions,
    OrganizationActions,
    GroupActions,
    TagActions,
    ResourceActions,
    DatastoreActions,
    PackageWriter,
    WriteActions,
  ],
})
export class CkanModule {}
