DECLARE @resource NVARCHAR(255) = N'analytics.writer.' + SCHEMA_NAME();
EXEC sp_releaseapplock @Resource = @resource, @LockOwner = 'Session';
SELECT 1
