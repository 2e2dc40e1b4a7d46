import { Module } from '@nestjs/common';
import { DepartmentController } from './api/department.controller.js';
import { DepartmentLoader } from './api/department.loader.js';
import { DepartmentResolver } from './api/department.resolver.js';
import { DepartmentRepository } from './department.repository.js';
import { DepartmentService } from './department.service.js';

/** Departments: who provides data and issues documents. */
@Module({
  controllers: [DepartmentController],
  providers: [DepartmentRepository, DepartmentService, DepartmentLoader, DepartmentResolver],
  exports: [DepartmentService, DepartmentLoader],
})
export class DepartmentModule {}
