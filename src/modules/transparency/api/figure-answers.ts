import { once } from 'node:events';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { answerCached } from '../../platform/http/index.js';
import { type RecordsQuestion, TransparencyReader } from '../transparency-reader.js';
import { recordsCsv, recordsCsvHeader } from './figures-csv.js';

const SECONDS = 60;

/** Whether the caller wants CSV: by the parameter, or by `Accept` when it says nothing of JSON. */
export function wantsCsv(format: 'json' | 'csv' | undefined, request: Request): boolean {
  return format ? format === 'csv' : request.accepts(['application/json', 'text/csv']) === 'text/csv';
}

/** Sends figures as JSON or CSV. */
@Injectable()
export class FigureAnswers {
  constructor(private readonly reader: TransparencyReader) {}

  /** JSON, or CSV when its text is given; 304 when the caller has it already. */
  send(response: Response, body: object, csv?: { name: string; text: string }): void {
    response.vary('Accept');
    if (csv === undefined) {
      response.json(answerCached(response, body, { seconds: SECONDS }));
      return;
    }
    answerCached(response, [csv.text], { seconds: SECONDS });
    describe(response, csv.name);
    response.send(csv.text);
  }

  /** Every record behind a figure, page by page, so that memory stays flat. @throws AppError BAD_REQUEST, NOT_FOUND before anything is sent */
  async streamRecords(response: Response, question: RecordsQuestion): Promise<void> {
    response.vary('Accept');
    let begun = false;
    for await (const records of this.reader.allRecords(question)) {
      if (!begun) {
        describe(response, `${question.figure}.csv`);
        response.write(recordsCsvHeader());
        begun = true;
      }
      const more = response.write(recordsCsv(records));
      if (response.destroyed) return;
      if (!more) await Promise.race([once(response, 'drain'), once(response, 'close')]);
    }
    response.end();
  }
}

function describe(response: Response, name: string): void {
  response.setHeader('Content-Type', 'text/csv; charset=utf-8');
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
}
