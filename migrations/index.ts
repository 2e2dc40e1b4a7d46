import { CreateCatalog1764000000000 } from './1764000000000-create-catalog.js';
import { CreateSearchIndex1764000100000 } from './1764000100000-create-search-index.js';
import { CreateParkedEntry1764000200000 } from './1764000200000-create-parked-entry.js';
import { CreateSearchPreferences1764000300000 } from './1764000300000-create-search-preferences.js';
import { CreateAccount1764000400000 } from './1764000400000-create-account.js';
import { CreateSubmission1764000450000 } from './1764000450000-create-submission.js';
import { CreateProof1764000600000 } from './1764000600000-create-proof.js';
import { CreateStoredFile1764000700000 } from './1764000700000-create-stored-file.js';
import { NoteWhereFrom1764000730000 } from './1764000730000-note-where-from.js';
import { CreateJob1764000740000 } from './1764000740000-create-job.js';
import { CreateDuty1764000741000 } from './1764000741000-create-duty.js';
import { CreateNotice1764000742000 } from './1764000742000-create-notice.js';
import { CreateIdempotencyKey1764000760000 } from './1764000760000-create-idempotency-key.js';
import { CreateGateWord1764000770000 } from './1764000770000-create-gate-word.js';
import { CreateIndexNumberSerial1764000780000 } from './1764000780000-create-index-number-serial.js';
import { KeepParticipants1764000810000 } from './1764000810000-keep-participants.js';
import { KeepClockStart1764000811000 } from './1764000811000-keep-clock-start.js';
import { CreateAccountIdentity1764000812000 } from './1764000812000-create-account-identity.js';
import { CountDepartmentRevisions1764000813000 } from './1764000813000-count-department-revisions.js';
import { CreateDataExport1764000860000 } from './1764000860000-create-data-export.js';
import { TellHowFarExportsAre1764000861000 } from './1764000861000-tell-how-far-exports-are.js';
import { CreateDataTable1764000830000 } from './1764000830000-create-data-table.js';
import { CreateCatalogChange1764000840000 } from './1764000840000-create-catalog-change.js';
import { LetTablesBePushed1764000841000 } from './1764000841000-let-tables-be-pushed.js';
import { CreateWebhook1764000845000 } from './1764000845000-create-webhook.js';
import { CreateDataBudget1764000850000 } from './1764000850000-create-data-budget.js';
import { CreateAccessApplication1764000870000 } from './1764000870000-create-access-application.js';
import { CreateDataUsage1764000871000 } from './1764000871000-create-data-usage.js';
import { LetSearchesBeNarrowed1764000880000 } from './1764000880000-let-searches-be-narrowed.js';
import { FindRecordsByTheirLastChange1764000882000 } from './1764000882000-find-records-by-their-last-change.js';
import { DescribeDepartments1764000896000 } from './1764000896000-describe-departments.js';
import { CreateDisclosureEntry1764000896100 } from './1764000896100-create-disclosure-entry.js';
import { CountFacetsOfEverything1764000897000 } from './1764000897000-count-facets-of-everything.js';
import { FindDocumentsThatEnd1764000897100 } from './1764000897100-find-documents-that-end.js';
import { CreateSubscription1764000892000 } from './1764000892000-create-subscription.js';
import { CreateFeedback1764000890000 } from './1764000890000-create-feedback.js';

/** Every migration in order; listed by hand because a glob through a URL path silently finds nothing. */
export const migrations = [
  CreateCatalog1764000000000,
  CreateSearchIndex1764000100000,
  CreateParkedEntry1764000200000,
  CreateSearchPreferences1764000300000,
  CreateAccount1764000400000,
  CreateSubmission1764000450000,
  CreateProof1764000600000,
  CreateStoredFile1764000700000,
  NoteWhereFrom1764000730000,
  CreateJob1764000740000,
  CreateDuty1764000741000,
  CreateNotice1764000742000,
  CreateIdempotencyKey1764000760000,
  CreateGateWord1764000770000,
  CreateIndexNumberSerial1764000780000,
  KeepParticipants1764000810000,
  KeepClockStart1764000811000,
  CreateAccountIdentity1764000812000,
  CountDepartmentRevisions1764000813000,
  CreateDataTable1764000830000,
  CreateCatalogChange1764000840000,
  LetTablesBePushed1764000841000,
  CreateWebhook1764000845000,
  CreateDataBudget1764000850000,
  CreateDataExport1764000860000,
  TellHowFarExportsAre1764000861000,
  CreateAccessApplication1764000870000,
  CreateDataUsage1764000871000,
  LetSearchesBeNarrowed1764000880000,
  FindRecordsByTheirLastChange1764000882000,
  CreateFeedback1764000890000,
  CreateSubscription1764000892000,
  DescribeDepartments1764000896000,
  CreateDisclosureEntry1764000896100,
  CountFacetsOfEverything1764000897000,
  FindDocumentsThatEnd1764000897100,
];
