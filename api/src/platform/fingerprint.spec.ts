import fc from 'fast-check';
import { canonical, fingerprint } from './fingerprint.ts';

it('is the same whatever the order of the keys, and not for other values', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(fingerprint(turned)).toBe(fingerprint(value));
      expect(fingerprint({ ...value, 'one more': 1 })).not.toBe(fingerprint(value));
    }),
  );
});

it('writes JSON that means the value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(canonical({ b: undefined, a: [undefined, null] })).toBe('{"a":[null,null]}');
});
