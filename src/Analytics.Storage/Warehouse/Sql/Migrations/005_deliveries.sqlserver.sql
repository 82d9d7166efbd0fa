-- What was delivered to whom: written before it is sent, so that nothing goes out twice.

-- claim_until, *_at: UTC ticks. claim is the process that has the delivery in hand, or had it last
CREATE TABLE delivery (
    delivery_key VARCHAR(64) NOT NULL PRIMARY KEY,
    channel VARCHAR(10) NOT NULL,
    recipient NVARCHAR(400) NOT NULL,
    report NVARCHAR(60) NOT NULL,
    scope NVARCHAR(400) NOT NULL,
    period VARCHAR(20) NOT NULL,
    version_no INT NOT NULL,
    content_hash VARCHAR(64) NOT NULL,
    status VARCHAR(10) NOT NULL,
    attempts INT NOT NULL,
    claim VARCHAR(32) NOT NULL,
    claim_until BIGINT NOT NULL,
    begun_at BIGINT NOT NULL,
    sent_at BIGINT,
    fault NVARCHAR(2000) NOT NULL
);

CREATE INDEX delivery_period ON delivery (period, recipient);
