import { authorsOnly } from './development.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { workbench, itemFilter, listItems } = await authorsOnly(locals);
  return {
    list: listItems(workbench, itemFilter.parse(Object.fromEntries(url.searchParams))),
  };
};
