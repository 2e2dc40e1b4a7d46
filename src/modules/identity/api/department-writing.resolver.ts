import { Args, ArgsType, Mutation, Resolver } from '@nestjs/graphql';
import { Department, DepartmentFields, DepartmentInput, DepartmentRegistry, DepartmentService } from '../../department/index.js';
import { Key, Whole } from '../../kernel/field/index.js';
import { mutationInput } from '../../platform/graphql/index.js';
import { Idempotent } from '../idempotency/idempotent.js';
import type { Actor } from '../policy/actor.js';
import { Needs } from '../policy/needs.js';
import { CurrentActor } from '../policy/policy.guard.js';

/** Names the department to change. */
@ArgsType()
class ChangedDepartmentArgs {
  @Key({ description: '部门编号', max: 100 })
  code: string;

  @Whole({ description: '读取时的修订次数', min: 1 })
  revision: number;
}

/** Registering departments by GraphQL, by the system administrator. */
@Resolver()
@Needs('department.write')
export class DepartmentWritingResolver {
  constructor(
    private readonly registry: DepartmentRegistry,
    private readonly departments: DepartmentService,
  ) {}

  @Mutation(() => Department, { description: '登记部门' })
  @Idempotent()
  async registerDepartment(@Args('input') given: DepartmentInput, @CurrentActor() actor: Actor): Promise<Department> {
    const input = mutationInput(DepartmentInput, given);
    await this.registry.register(input, actor.name);
    return this.departments.get(input.code);
  }

  @Mutation(() => Department, { description: '修改部门；没有写的字段清空，编号不变' })
  @Idempotent()
  async replaceDepartment(
    @Args() args: ChangedDepartmentArgs,
    @Args('input') given: DepartmentFields,
    @CurrentActor() actor: Actor,
  ): Promise<Department> {
    const { code, revision } = mutationInput(ChangedDepartmentArgs, { ...args });
    await this.registry.replace(code, revision, mutationInput(DepartmentFields, given), actor.name);
    return this.departments.get(code);
  }
}
