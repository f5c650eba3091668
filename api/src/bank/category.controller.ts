import { Body, Controller, Delete, Post, Put } from '@nestjs/common';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Id, Returns, ReturnsNothing } from '../platform/http.ts';
import { CategoryEdit, CategoryView, MergeBody, NewCategory } from './category.schema.ts';
import { CategoryService } from './category.service.ts';

@Controller('question-categories')
export class CategoryController {
  constructor(private readonly categories: CategoryService) {}

  @Post()
  @Requires('bank:write')
  @Returns(CategoryView, 201)
  create(@Me() me: Actor, @Body({ schema: NewCategory }) body: NewCategory) {
    return this.categories.create(me, body);
  }

  /** Another name, or another place. */
  @Put(':id')
  @Requires('bank:write')
  @Returns(CategoryView)
  change(@Me() me: Actor, @Id() id: string, @Body({ schema: CategoryEdit }) body: NewCategory) {
    return this.categories.change(me, id, body);
  }

  /** All that it holds goes into another. */
  @Post(':id/merge')
  @Requires('bank:write')
  @ReturnsNothing()
  merge(@Me() me: Actor, @Id() id: string, @Body({ schema: MergeBody }) { into }: { into: string }) {
    return this.categories.merge(me, id, into);
  }

  @Delete(':id')
  @Requires('bank:write')
  @ReturnsNothing()
  remove(@Me() me: Actor, @Id() id: string) {
    return this.categories.remove(me, id);
  }
}
