import { configure } from '@testing-library/react';

/** A busy machine is slow to draw a page, not wrong. */
configure({ asyncUtilTimeout: 20_000 });
