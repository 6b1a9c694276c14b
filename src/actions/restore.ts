export async function main(): Promise<void> {}
export async function post(): Promise<void> {}
