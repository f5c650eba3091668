/** What a form sent, as text by the names of its fields: `const text = await textsOf(request); text('run')`. */
export async function textsOf(request: Request): Promise<(name: string) => string> {
  const form = await request.formData();
  return (name) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
}
