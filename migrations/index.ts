import { Territory20261122100000 } from './20261122100000-territory.ts';
import { Identity20261122100100 } from './20261122100100-identity.ts';
import { Catalogue20261122100200 } from './20261122100200-catalogue.ts';
import { Library20261122100250 } from './20261122100250-library.ts';
import { Learning20261122100300 } from './20261122100300-learning.ts';
import { Ledger20261125100000 } from './20261125100000-ledger.ts';
import { Kinds20261125100050 } from './20261125100050-kinds.ts';
import { Bank20261125100100 } from './20261125100100-bank.ts';
import { Evaluation20261125100200 } from './20261125100200-evaluation.ts';
import { Submission20261125100300 } from './20261125100300-submission.ts';
import { Marking20261125100400 } from './20261125100400-marking.ts';
import { Grade20261125100500 } from './20261125100500-grade.ts';
import { Appeal20261125100600 } from './20261125100600-appeal.ts';
import { Regrade20261125100700 } from './20261125100700-regrade.ts';
import { People20261126100400 } from './20261126100400-people.ts';
import { Peer20261126100500 } from './20261126100500-peer.ts';
import { Gradebook20261126100800 } from './20261126100800-gradebook.ts';

/** In the order in which they run. */
export const migrations = [
  Territory20261122100000,
  Identity20261122100100,
  Catalogue20261122100200,
  Library20261122100250,
  Learning20261122100300,
  Ledger20261125100000,
  Kinds20261125100050,
  Bank20261125100100,
  Evaluation20261125100200,
  Submission20261125100300,
  Marking20261125100400,
  Grade20261125100500,
  Appeal20261125100600,
  Regrade20261125100700,
  People20261126100400,
  Peer20261126100500,
  Gradebook20261126100800,
];
