import { Body, Controller, Get, Param, Post, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { type Department, DepartmentFields, DepartmentInput, DepartmentRegistry, DepartmentService } from '../../../department/index.js';
import { ByCookie, CurrentSession, Needs, type SignedIn } from '../../../identity/index.js';
import { AppError } from '../../../kernel/app-error.js';
import { validate } from '../../../kernel/field/index.js';
import { STATUS } from '../../../platform/http/index.js';
import { type Form, namesOf } from '../form-text.js';
import { DepartmentFormPage, DepartmentsPage, type DepartmentValues } from '../page/departments.js';
import { versionOf } from '../read-form.js';
import { showPage } from '../show-page.js';
import { VisitorService } from '../visitor.service.js';
import { WorkbenchFilter } from '../workbench.filter.js';
import { given, sentencesOf } from './said.js';

const PLACE = '/workbench/departments';
const CONTACT = ['unit', 'phone', 'fax', 'email', 'address', 'hours'];
const LISTS = ['shortNames', 'formerNames'];
const PROFILE = ['duties', 'leaders', 'internalUnits'];
const BOXES = ['code', 'name', 'creditCode', 'region', ...LISTS, ...CONTACT, ...PROFILE];

/** Departments, by the system administrator. */
@ApiExcludeController()
@UseFilters(WorkbenchFilter)
@ByCookie()
@Needs('department.write')
@Controller('workbench/departments')
export class DepartmentPagesController {
  constructor(
    private readonly registry: DepartmentRegistry,
    private readonly departments: DepartmentService,
    private readonly visitors: VisitorService,
  ) {}

  @Get()
  async list(@CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    const departments = await this.departments.list();
    showPage(response, DepartmentsPage({ ...this.visitors.of(session), departments }));
  }

  // No code begins with a hyphen, so this hides no department.
  @Get('-new')
  newPage(@CurrentSession() session: SignedIn, @Res() response: Response): void {
    this.showForm(response, session, undefined, {});
  }

  @Post()
  async register(@Body() form: Form, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    await this.orAgain(response, session, undefined, form, () =>
      this.registry.register(validate(DepartmentInput, inputOf(form)), session.actor.name),
    );
  }

  @Get(':code')
  async edit(@Param('code') code: string, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    const { department, revision } = await this.departments.withRevision(code);
    this.showForm(response, session, code, { ...valuesOf(department), version: String(revision) });
  }

  @Post(':code')
  async replace(
    @Param('code') code: string,
    @Body() form: Form,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    await this.departments.get(code);
    const { code: _, ...input } = inputOf(form);
    await this.orAgain(response, session, code, form, () =>
      this.registry.replace(code, versionOf(form), validate(DepartmentFields, input), session.actor.name),
    );
  }

  private async orAgain(
    response: Response,
    session: SignedIn,
    code: string | undefined,
    form: Form,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work();
      response.redirect(303, PLACE);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.showForm(response, session, code, given(form, [...BOXES, 'version']), error);
    }
  }

  private showForm(response: Response, session: SignedIn, code: string | undefined, values: DepartmentValues, error?: AppError): void {
    const errors = error && sentencesOf(error);
    const page = DepartmentFormPage({ ...this.visitors.of(session), code, values, errors });
    showPage(response, page, error ? STATUS[error.code] : 200);
  }
}

/** The boxes as the interface takes them. */
function inputOf(form: Form): Record<string, unknown> {
  return {
    ...given(form, ['code', 'name', 'creditCode', 'region', ...PROFILE]),
    ...Object.fromEntries(LISTS.map((name) => [name, namesOf(form, name)])),
    contact: given(form, CONTACT),
  };
}

function valuesOf({
  name,
  shortNames,
  formerNames,
  creditCode,
  region,
  contact,
  duties,
  leaders,
  internalUnits,
}: Department): DepartmentValues {
  const said = Object.entries(contact ?? {}).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : []));
  return {
    name,
    shortNames: shortNames.join('、'),
    formerNames: formerNames.join('、'),
    creditCode: creditCode ?? '',
    region: region ?? '',
    duties: duties ?? '',
    leaders: leaders ?? '',
    internalUnits: internalUnits ?? '',
    ...Object.fromEntries(said),
  };
}
