// @ts-nocheck
import { cards, history, open } from '../fake.server.ts';
export const load = () => ({ view: { domains: cards, open, history } });
