import { Injectable } from '@nestjs/common';
import { type ActingContext, type ActingRequest, Authenticator, demand, may } from '../../../identity/index.js';
import { requestIdOf } from '../../../platform/http/index.js';
import type { ActionProvider, Actions, Call } from '../action/action.js';
import { takeCkanKey } from './key-of-ckan.js';
import { PackageWriter } from './package-writer.js';

/** Actions that write, with the key of whoever may: directly where the key says so, else as a submission that others review. */
@Injectable()
export class WriteActions implements ActionProvider {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly writer: PackageWriter,
  ) {}

  readonly actions: Actions = {
    package_create: {
      help: '新增数据集；name（或 id）、title、owner_org 等，同 package_show 的各键。',
      writes: true,
      run: async (call) => this.writer.create(call.parameters.all, await this.actor(call.request)),
    },
    package_update: {
      help: '以所给内容替换数据集；没有给的键被清除，extras 等须写全。',
      writes: true,
      run: async (call) => this.writer.update(call.parameters.required('id'), call.parameters.all, await this.actor(call.request)),
    },
    package_patch: {
      help: '只改所给的键；id。',
      writes: true,
      run: async (call) => this.writer.patch(call.parameters.required('id'), call.parameters.all, await this.actor(call.request)),
    },
    package_delete: { help: '撤回数据集；id、reason（公开显示）。', writes: true, run: (call) => this.remove(call) },
    resource_create: {
      help: '给数据集加一个资源；package_id、url、name、format、description。',
      writes: true,
      run: async (call) =>
        this.writer.addResource(call.parameters.required('package_id'), call.parameters.all, await this.actor(call.request)),
    },
  };

  private async remove({ parameters, request }: Call): Promise<unknown> {
    const reason = parameters.text('reason') ?? '经数据目录接口撤回';
    return this.writer.withdraw(parameters.required('id'), reason, await this.actor(request));
  }

  /** @throws AppError UNAUTHENTICATED, FORBIDDEN */
  private async actor(request: ActingRequest): Promise<ActingContext> {
    takeCkanKey(request);
    request.operation = 'submission.write';
    const actor = await this.authenticator.identify(request, 'submission.write');
    if (!may(actor, 'record.publishDirectly')) demand(actor, 'submission.write');
    return { actor, requestId: requestIdOf(request) };
  }
}
