// @ts-nocheck
import { cards, fakeReport, history } from '../fake.server.ts';
const r = fakeReport([2], 12);
export const load = () => ({ view: { card: cards[2], latest: { attemptId: 'a4', finishedAt: '2026-11-21T18:22:00Z', domain: r.domains[0], skills: r.skills }, history } });
