import { type Kysely, sql } from 'kysely';

/** Several browsers a learner, codes that sign in one more, and links that show a report. */
export async function createOwnData(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sessions')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('learner_id', 'text', (column) =>
      column.notNull().references('learners.id').onDelete('cascade'),
    )
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('sessions_by_learner').on('sessions').column('learner_id').execute();
  await sql`insert into sessions (token_hash, learner_id, created_at)
    select token_hash, id, created_at from learners`.execute(db);
  await sql`update learners set token_hash = id`.execute(db);
  await db.schema
    .createTable('transfer_codes')
    .addColumn('code_hash', 'text', (column) => column.primaryKey())
    .addColumn('learner_id', 'text', (column) =>
      column.notNull().unique().references('learners.id').onDelete('cascade'),
    )
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('transfer_tries')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('transfer_tries_key', ['id', 'who'])
    .execute();
  await db.schema.createIndex('transfer_tries_by_who').on('transfer_tries').column('who').execute();
  await db.schema
    .createTable('shares')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('attempt_id', 'text', (column) =>
      column.notNull().references('attempts.id').onDelete('cascade'),
    )
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('tail', 'text', (column) => column.notNull())
    .addColumn('with_answers', 'integer', (column) => column.notNull())
    .addColumn('pace', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text')
    .addColumn('revoked_at', 'text')
    .execute();
  await db.schema.createIndex('shares_by_attempt').on('shares').column('attempt_id').execute();
}
