// @ts-nocheck
import { exportsOf, fakeReport } from '../fake.server.ts';
export const load = ({ url }) => ({
  report: fakeReport([2], 8),
  exports: exportsOf,
  hours: 8,
  q: url.search,
});
