import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter({ precompress: true }),
    // A page waits for every style sheet before it is drawn: the small ones come within it.
    inlineStyleThreshold: 4096,
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
