import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** What figures depend on beside the records. */
@Injectable()
export class BookRepository {
  constructor(private readonly source: DataSource) {}

  /** A short text that differs after every change of an application, of what people said, or of the working-day calendar. */
  async state(): Promise<string> {
    const [row] = await this.source.query<{ state: string }[]>(
      `SELECT concat_ws('-',
         (SELECT count(*) || '-' || coalesce(sum(hashtext(concat_ws(' ', id, state, due_on, decided_at))::bigint), 0) FROM access_application),
         (SELECT count(*) || '-' || coalesce(sum(hashtext(concat_ws(' ', id, state, department, due_on, decided_at))::bigint), 0) FROM feedback),
         (SELECT count(*) || '-' || coalesce(extract(epoch FROM max(loaded_at)), 0) FROM work_year)) AS state`,
    );
    return row!.state;
  }
}
