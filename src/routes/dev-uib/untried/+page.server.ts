// @ts-nocheck
import { cards } from '../fake.server.ts';
export const load = () => ({ view: { card: cards[2], latest: null, history: [] } });
