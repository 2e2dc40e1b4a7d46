import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many records have each value of a facet stands among the terms. */
export class CountFacetsOfEverything1764000897000 implements MigrationInterface {
  readonly name = 'CountFacetsOfEverything1764000897000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE IF EXISTS search_entry_next, search_suggestion_next, search_term_next');
    await queryRunner.query(`
      INSERT INTO search_term (term, frequency, head_frequency, pinyin, initials, deletions)
      SELECT facet, count(*), 0, '', '', '{}' FROM search_entry, unnest(facets) AS facet WHERE alive GROUP BY facet`);
    await queryRunner.query(`COMMENT ON TABLE search_term IS
      'Vocabulary of the index: number of records with the term anywhere and in their head; sound and one-character deletions for corrections. Of @facet=value the exact number of records that have the value'`);
    await queryRunner.query(`CREATE INDEX search_term_facet ON search_term (term) WHERE "left"(term, 1) = '@'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE IF EXISTS search_entry_next, search_suggestion_next, search_term_next');
    await queryRunner.query('DROP INDEX search_term_facet');
    await queryRunner.query(`COMMENT ON TABLE search_term IS
      'Vocabulary of the index: number of records with the term anywhere and in their head; sound and one-character deletions for corrections'`);
    await queryRunner.query(`DELETE FROM search_term WHERE "left"(term, 1) = '@'`);
  }
}
