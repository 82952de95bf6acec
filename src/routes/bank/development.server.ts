import { error } from '@sveltejs/kit';
import { dev } from '$app/environment';

/**
 * The one door to what only authors may see, keys and rubrics before any answer. In the built app `dev` is
 * false as a constant: the door answers 404, and the code behind it is not even in the build.
 */
export async function authorsOnly({ workbench }: App.Locals) {
  if (dev && workbench) {
    const [list, view, trial, query] = await Promise.all([
      import('#lib/server/usecases/authors/list-items.ts'),
      import('#lib/server/usecases/authors/view-item.ts'),
      import('#lib/server/usecases/authors/try-answer.ts'),
      import('#lib/server/usecases/authors/try-query.ts'),
    ]);
    return { workbench, ...list, ...view, ...trial, ...query };
  }
  error(404, 'Not Found');
}
