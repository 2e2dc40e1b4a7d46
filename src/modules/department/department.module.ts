import { Module } from '@nestjs/common';
import { DepartmentRepository } from './department.repository.js';
import { DepartmentService } from './department.service.js';

/** Departments: who provides data and issues documents. */
@Module({ providers: [DepartmentRepository, DepartmentService], exports: [DepartmentService] })
export class DepartmentModule {}
