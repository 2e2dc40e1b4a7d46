import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** How to reach the unit that handles disclosure (政府信息公开工作机构, Art 4 and 12). */
export interface DepartmentContact {
  unit?: string;
  email?: string;
  phone?: string;
  fax?: string;
  address?: string;
  hours?: string;
}

/** An organ that provides data or issues documents. */
@Entity('department')
@Unique('department_name_key', ['name'])
export class DepartmentRow {
  /** Short stable code, used in addresses and filters. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'department_pkey' })
  code: string;

  /** Full name, unique. */
  @Column('text')
  name: string;

  @Column('text', { name: 'short_names', array: true, default: '{}' })
  shortNames: string[];

  @Column('text', { name: 'former_names', array: true, default: '{}' })
  formerNames: string[];

  /** 统一社会信用代码 (GB 32100). */
  @Column('text', { name: 'credit_code', nullable: true })
  creditCode: string | null;

  @Column('text', { nullable: true })
  region: string | null;

  /** Code of the superior organ. */
  @ForeignKey(() => DepartmentRow, { name: 'department_parent_fkey' })
  @Column('text', { nullable: true })
  parent: string | null;

  /** False for a name that only appeared on an imported record. */
  @Column('boolean')
  registered: boolean;

  @Column('jsonb', { default: {} })
  contact: DepartmentContact;

  /** 机关职能, one a line (条例 Art. 20(2), as the two that follow). */
  @Column('text', { nullable: true })
  duties: string | null;

  /** 负责人姓名 and what each is responsible for, one a line. */
  @Column('text', { nullable: true })
  leaders: string | null;

  /** 内设机构, one a line. */
  @Column('text', { name: 'internal_units', nullable: true })
  internalUnits: string | null;

  /** Counts its changes; the ETag is made of it. */
  @Column('integer', { default: 1 })
  revision: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
