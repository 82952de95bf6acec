import type { ActionData, PageData } from './$types';

export type ItemView = PageData['view'];
/** What is known at one seed; texts are HTML made safe on the server. */
export type SeedView = NonNullable<ItemView['shown']>;
export type TryForm = ActionData;
export type SqlView = NonNullable<SeedView['sql']>;
export type Gave = SqlView['queries'][number]['sample'];
export type Tried = NonNullable<NonNullable<ActionData>['tried']>;
