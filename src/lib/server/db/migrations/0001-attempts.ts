import type { Kysely } from 'kysely';

export async function createAttempts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('learners')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('attempts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('learner_id', 'text', (column) =>
      column.notNull().references('learners.id').onDelete('cascade'),
    )
    .addColumn('blueprint', 'text', (column) => column.notNull())
    .addColumn('seed', 'integer', (column) => column.notNull())
    .addColumn('profile', 'text')
    .addColumn('avoid', 'text', (column) => column.notNull())
    .addColumn('self_ratings', 'text', (column) => column.notNull())
    .addColumn('bank_version', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('finished_at', 'text')
    .addColumn('finished', 'text')
    .execute();
  await db.schema
    .createIndex('attempts_by_learner')
    .on('attempts')
    .columns(['learner_id', 'started_at'])
    .execute();
  await db.schema
    .createTable('questions')
    .addColumn('attempt_id', 'text', (column) =>
      column.notNull().references('attempts.id').onDelete('cascade'),
    )
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('item_version', 'integer', (column) => column.notNull())
    .addColumn('seed', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('questions_key', ['attempt_id', 'position'])
    .execute();
  await db.schema
    .createTable('answers')
    .addColumn('attempt_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('response', 'text', (column) => column.notNull())
    .addColumn('certainty', 'integer')
    .addColumn('answered_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('answers_key', ['attempt_id', 'position'])
    .addForeignKeyConstraint(
      'answers_question',
      ['attempt_id', 'position'],
      'questions',
      ['attempt_id', 'position'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
}
