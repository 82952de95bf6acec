// @ts-nocheck
import { exportsOf, fakeReport } from '../fake.server.ts';
export const load = ({ url }) => ({
  report: fakeReport(),
  exports: exportsOf,
  hours: 8,
  q: url.search,
});
