import { createHash } from 'node:crypto';
import adapter from '@sveltejs/adapter-node';

/** The framework hides what it tells screen readers with this style, and writes it into the element. */
const announcerStyle =
  'position: absolute; left: 0; top: 0; clip: rect(0 0 0 0); clip-path: inset(50%); overflow: hidden; white-space: nowrap; width: 1px; height: 1px';

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter({ precompress: true }),
    // Nothing runs, is drawn or is sent anywhere that this app did not put there; see docs/security.md.
    csp: {
      mode: 'auto',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        'style-src': ['self'],
        'style-src-attr': [
          'unsafe-hashes',
          `sha256-${createHash('sha256').update(announcerStyle).digest('base64')}`,
        ],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self', 'data:'],
        'connect-src': ['self'],
        'manifest-src': ['self'],
        'worker-src': ['self'],
        'form-action': ['self'],
        'base-uri': ['none'],
        'frame-ancestors': ['none'],
      },
    },
    typescript: {
      config(config) {
        config.include = [
          ...config.include.filter((/** @type {string} */ glob) => !glob.includes('test')),
          '../*.config.ts',
          '../tests/**/*.ts',
        ];
        return config;
      },
    },
  },
};
