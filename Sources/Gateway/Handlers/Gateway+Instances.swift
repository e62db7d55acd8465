import Runtime
import Storage
import Tenancy

extension Gateway {
    /// `GET /instances`: the live instances of the caller's tenant, or, with `?tenants=all` and a token for all tenants,
    /// of everybody.
    func listInstances(_ caller: Caller, target: String) throws(APIError) -> GatewayResponse {
        let instances = runtime.liveInstances(tenant: try instanceTenant(caller, Query(target: target)["tenants"]))
        return .json { writer in
            writer.name("instances")
            writer.beginArray()
            for instance in instances {
                writer.beginObject()
                writer.field("id", String(instance.id))
                writer.field("tenant_id", instance.tenant.rawValue)
                writer.field("function_id", instance.function.description)
                writer.field("export", instance.export)
                writer.field("state", instance.state.rawValue)
                writer.field("started_unix_ms", Int(instance.startedUnixMilliseconds))
                writer.field("memory_bytes", instance.memoryBytes)
                writer.endObject()
            }
            writer.endArray()
        }
    }

    /// `DELETE /instances/:id`: ends the call that runs in an instance.
    func terminateInstance(
        _ scope: RequestScope, _ caller: Caller, _ text: Substring.UTF8View
    ) throws(APIError) -> GatewayResponse {
        let id = text.allSatisfy { (0x30...0x39).contains($0) } ? UInt64(String(Substring(text))) : nil
        scope.audit?.concerns(instance: id)
        let tenant = caller.principal.scope == .all ? nil : caller.tenant
        guard let id, runtime.terminate(instance: id, tenant: tenant) else {
            throw APIError(.instanceNotFound, "there is no such live instance")
        }
        return GatewayResponse(status: 204, contentType: nil)
    }

    private func instanceTenant(_ caller: Caller, _ tenants: String?) throws(APIError) -> TenantID? {
        switch tenants {
        case nil: return caller.tenant
        case "all":
            guard caller.principal.scope == .all else {
                throw APIError(.tenantScopeDenied, "the token is not for all tenants")
            }
            return nil
        default: throw APIError(.badRequest, "`tenants` is `all` or absent")
        }
    }
}
