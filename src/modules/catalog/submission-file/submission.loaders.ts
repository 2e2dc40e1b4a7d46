import { Injectable } from '@nestjs/common';
import { type GraphqlContext, RequestLoader } from '../../platform/graphql/index.js';
import { presentStep } from '../workflow/present-submission.js';
import type { Submission, SubmissionStep } from '../workflow/submission.model.js';
import type { SubmissionFile } from './submission-file.model.js';
import { SubmissionFileService } from './submission-file.service.js';
import { SubmissionPartRepository } from './submission-part.repository.js';

type Version = Pick<Submission, 'id' | 'version'>;

/** What resolvers of submissions load in batches, once a request for each version: a step in the same request makes a new one. */
@Injectable()
export class SubmissionLoaders {
  private readonly filesOf: RequestLoader<string, SubmissionFile[]>;
  private readonly stepsOf: RequestLoader<string, SubmissionStep[]>;

  constructor(files: SubmissionFileService, parts: SubmissionPartRepository) {
    this.filesOf = new RequestLoader((keys) => byKey(keys, (ids) => files.ofSubmissions(ids)));
    this.stepsOf = new RequestLoader((keys) =>
      byKey(keys, async (ids) => {
        const steps = new Map<string, SubmissionStep[]>(ids.map((id) => [id, []]));
        for (const row of await parts.steps(ids)) steps.get(row.submissionId)?.push(presentStep(row));
        return steps;
      }),
    );
  }

  async files(context: GraphqlContext, version: Version): Promise<SubmissionFile[]> {
    return (await this.filesOf.load(context, keyOf(version))) ?? [];
  }

  async steps(context: GraphqlContext, version: Version): Promise<SubmissionStep[]> {
    return (await this.stepsOf.load(context, keyOf(version))) ?? [];
  }
}

const keyOf = ({ id, version }: Version) => `${id} ${version}`;

async function byKey<Value>(keys: readonly string[], load: (ids: string[]) => Promise<Map<string, Value>>): Promise<Map<string, Value>> {
  const idOf = (key: string) => key.split(' ')[0]!;
  const found = await load([...new Set(keys.map(idOf))]);
  return new Map(
    keys.flatMap((key) => {
      const value = found.get(idOf(key));
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}
