import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter({ precompress: true }),
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
