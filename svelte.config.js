import adapter from '@sveltejs/adapter-node';

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
        // The formula editor lays its formulas out by style attributes. Sheets and <style> stay ours alone.
        'style-src-attr': ['unsafe-inline'],
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
