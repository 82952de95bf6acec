import { z } from 'zod';

/** 128 bits as base64url. */
export const shareToken = z.string().regex(/^[\w-]{22}$/);
