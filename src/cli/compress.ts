import type { RequestListener } from 'node:http';
import compression from 'compression';

/** Less than a packet gains nothing. */
const threshold = 1400;

/**
 * Compresses what the app writes for a request, with Brotli or gzip as the browser likes. Files that were
 * compressed when they were built say so themselves and pass as they are; a part of a file does, too, since
 * its bytes are counted in the whole one.
 */
export function compressed(handler: RequestListener): RequestListener {
  // It is made for Express, and uses no more of it than what Node has.
  const compress = compression({
    threshold,
    filter: (request, response) =>
      !response.hasHeader('content-range') && compression.filter(request, response),
  }) as (...parts: [...Parameters<RequestListener>, next: () => void]) => void;
  return (request, response) => {
    compress(request, response, () => {
      handler(request, response);
    });
  };
}
