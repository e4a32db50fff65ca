#pragma once
// Ids of the record. Each is a content hash (base::Fingerprint) unless its struct says otherwise.

#include "base/id.h"

namespace readout::record {

using ReportId = base::Id<struct ReportTag>;
using EntityId = base::Id<struct EntityTag>;
using StatementId = base::Id<struct StatementTag>;
using EventId = base::Id<struct EventTag>;
using CopyId = base::Id<struct CopyTag>;
using StoryId = base::Id<struct StoryTag>;
using ClaimId = base::Id<struct ClaimTag>;
using AccountId = base::Id<struct AccountTag>;
using DisputeId = base::Id<struct DisputeTag>;
using PositionId = base::Id<struct PositionTag>;

}  // namespace readout::record
