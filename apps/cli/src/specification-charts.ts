export async function specificationCharts(..._all: readonly unknown[]): Promise<void> {}
