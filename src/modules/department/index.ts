export { DepartmentLoader } from './api/department.loader.js';
export { DepartmentRow, type DepartmentContact } from './department.entity.js';
export { DepartmentFields, DepartmentInput } from './department.input.js';
export { DepartmentRegistry } from './department-registry.js';
export { Department } from './department.model.js';
export { readDepartments } from './read-departments.js';
export { DepartmentModule } from './department.module.js';
export { DepartmentService, type NamedDepartment } from './department.service.js';
