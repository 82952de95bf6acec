import { text } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The process is up and answers. */
export const GET: RequestHandler = () => text('ok\n');
