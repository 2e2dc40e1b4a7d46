import { Args, ArgsType, Query, Resolver } from '@nestjs/graphql';
import { Key } from '../../kernel/field/index.js';
import { queryArgs } from '../../platform/graphql/index.js';
import { Department } from '../department.model.js';
import { DepartmentService } from '../department.service.js';
import { Open } from '../../platform/access/index.js';

/** Names one department. */
@ArgsType()
class DepartmentArgs {
  @Key({ description: '部门编号', max: 100 })
  code: string;
}

/** Departments by GraphQL. */
@Open()
@Resolver(() => Department)
export class DepartmentResolver {
  constructor(private readonly service: DepartmentService) {}

  @Query(() => [Department], { description: '全部部门，已登记的在前' })
  departments(): Promise<Department[]> {
    return this.service.list();
  }

  @Query(() => Department, { description: '一个部门' })
  department(@Args() args: DepartmentArgs): Promise<Department> {
    return this.service.get(queryArgs(DepartmentArgs, args).code);
  }
}
