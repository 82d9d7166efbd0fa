SELECT MAX(date_precision) FROM date_precision_hour WHERE hour >= @from_hour AND hour < @to_hour
