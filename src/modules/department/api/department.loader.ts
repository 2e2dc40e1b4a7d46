import { Injectable } from '@nestjs/common';
import { RequestLoader } from '../../platform/graphql/index.js';
import type { Department } from '../department.model.js';
import { DepartmentService } from '../department.service.js';

/** Departments by code, in batches. */
@Injectable()
export class DepartmentLoader extends RequestLoader<string, Department> {
  constructor(departments: DepartmentService) {
    super((codes) => departments.byCodes(codes));
  }
}
