-- groups are made where the rows are: the planner cannot know how few groups an expression makes, and would fetch the rows
SET enable_hashagg = off;
SET enable_sort = off;
SET enable_partitionwise_aggregate = on
