import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../../../platform/database/index.js';
import { GateWordRow } from './gate-word.entity.js';

/** The words that administrators added or switched off. */
@Injectable()
export class GateWordRepository {
  constructor(private readonly source: DataSource) {}

  list(): Promise<GateWordRow[]> {
    return this.source.manager.find(GateWordRow, { order: { word: 'ASC' } });
  }

  async set(transaction: Transaction, row: GateWordRow): Promise<void> {
    await transaction.upsert(GateWordRow, row, ['word']);
  }

  /** False when there was none. */
  async remove(transaction: Transaction, word: string): Promise<boolean> {
    const { affected } = await transaction.delete(GateWordRow, { word });
    return affected === 1;
  }
}
