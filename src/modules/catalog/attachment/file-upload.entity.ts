import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { DepartmentRow } from '../../department/index.js';
import { StoredFileRow } from './stored-file.entity.js';

/** A file that a department brought: its submissions, and no others, may attach it. */
@Entity('file_upload')
export class FileUploadRow {
  @ForeignKey(() => StoredFileRow, { name: 'file_upload_file_fkey' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'file_upload_pkey', collation: 'C' })
  sha256: string;

  @ForeignKey(() => DepartmentRow, { name: 'file_upload_department_fkey' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'file_upload_pkey' })
  department: string;

  @Column('text')
  name: string;

  /** Name of whoever brought it last. */
  @Column('text')
  uploader: string;

  /** Everybody who ever brought it: four eyes count them where it is attached. */
  @Column('text', { array: true, default: '{}' })
  uploaders: string[];

  @Column('timestamptz', { name: 'uploaded_at' })
  uploadedAt: Date;
}
