import { describe, expect, test } from 'vitest';
import { limitsOf, memoryLimits, networkOf } from '#lib/server/guard/limits.ts';

describe('the limits', () => {
  test('let a learner ask as often as said, then say how long to wait', async () => {
    const limits = memoryLimits({ learner: 3, address: 100 });
    const asker = { address: '192.0.2.1', learnerId: 'ada' };
    for (let count = 0; count < 3; count += 1) expect(await limits.count(asker)).toBeNull();
    const wait = await limits.count(asker);
    expect(wait).toBeGreaterThanOrEqual(1);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await limits.count({ ...asker, learnerId: 'bob' })).toBeNull();
  });

  test('count an address whoever asks from it, known or not', async () => {
    const limits = memoryLimits({ learner: 100, address: 2 });
    expect(await limits.count({ address: '192.0.2.1', learnerId: null })).toBeNull();
    expect(await limits.count({ address: '192.0.2.1', learnerId: 'ada' })).toBeNull();
    expect(await limits.count({ address: '192.0.2.1', learnerId: 'bob' })).not.toBeNull();
    expect(await limits.count({ address: '192.0.2.2', learnerId: 'bob' })).toBeNull();
  });

  test('do not take a broken shared store for a learner who asks too much', async () => {
    const broken = { consume: () => Promise.reject(new Error('store down')) };
    const limits = limitsOf(broken, broken);
    await expect(limits.count({ address: '192.0.2.1', learnerId: null })).rejects.toThrow(
      'store down',
    );
  });

  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['no address', 'no address'],
  ])('count %s as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
