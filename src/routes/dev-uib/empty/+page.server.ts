// @ts-nocheck
import { cards } from '../fake.server.ts';
export const load = () => ({ view: { domains: cards, open: [], history: [] } });
