import { InputType } from '@nestjs/graphql';
import { DatasetFields } from './dataset-fields.js';
import { DocumentFields } from './document-fields.js';

/** A dataset as a department gives it: a line of the interchange format, the body of a REST request, a GraphQL argument. */
@InputType({ description: '数据集的内容' })
export class DatasetInput extends DatasetFields {}

/** A disclosure document as a department gives it. */
@InputType({ description: '公开文件的内容' })
export class DocumentInput extends DocumentFields {}
