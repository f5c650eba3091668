import { Injectable } from '@nestjs/common';

@Injectable()
export class PeopleService {
  editions(..._: unknown[]): Promise<never> { throw new Error('editions'); }
  edition(..._: unknown[]): Promise<never> { throw new Error('edition'); }
  list(..._: unknown[]): Promise<never> { throw new Error('list'); }
  csv(..._: unknown[]): Promise<never> { throw new Error('csv'); }
}
